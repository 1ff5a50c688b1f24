import dev.preheat.maven.it.TracedModule

TracedModule module = TracedModule.of(basedir)

assert module.jvms() == 3
assert module.invocations('it.Counter', 'add') == 1 + 2 + 3
assert module.arguments('it.Counter', 'add') == ['it/Counter -': 6L]
