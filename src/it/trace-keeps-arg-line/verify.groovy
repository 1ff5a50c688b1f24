import dev.preheat.maven.it.TracedModule

for (String name in ['property', 'configuration', 'integration-test']) {
  TracedModule module = TracedModule.of(new File(basedir, name))
  assert module.jvms() == 1
  assert module.invocations('it.Counter', 'add') == 1
}
