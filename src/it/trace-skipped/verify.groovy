import dev.preheat.maven.it.TracedModule

// The tests ran: @{argLine} was replaced, by nothing.
assert new File(basedir, 'target/surefire-reports/it.CounterTest.txt').text.contains('Tests run: 1')
assert TracedModule.of(basedir).jvms() == 0
