import dev.preheat.maven.it.TracedModule

TracedModule run = TracedModule.of(basedir, 'run-traces/typical')
assert run.jvms() == 1
assert run.invocations('it.Main', 'step') == 3
assert run.invocations('it.Main', 'main') == 1
assert run.arguments('it.Main', 'main') == ['- [Ljava/lang/String;': 1L]
assert run.jdkMethods() > 100
assert run.hasInitializedClassOfFile('it.Main')

String log = new File(basedir, 'build.log').text
assert log.contains('[INFO] with blanks, with blanks, work')
