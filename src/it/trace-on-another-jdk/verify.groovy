import dev.preheat.maven.it.TracedModule

TracedModule module = TracedModule.of(basedir)

assert module.arguments('it.Counter', 'add') == ['it/Counter -': 2L]
assert module.hasInitializedClassOfFile('it.Counter')
assert module.jdkMethods() == 0
assert !new File(basedir, 'build.log').text.contains('EnableJVMCI')
