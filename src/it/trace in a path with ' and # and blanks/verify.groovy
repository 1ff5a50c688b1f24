import dev.preheat.maven.it.TracedModule

assert TracedModule.of(basedir).arguments('it.Counter', 'add') == ['it/Counter -': 2L]
