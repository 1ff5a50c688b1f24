import dev.preheat.maven.it.TracedModule

// Both modules were built at the same time: each has the agent with its own directory.
for (String name in ['first', 'second']) {
  TracedModule module = TracedModule.of(new File(basedir, name))
  assert module.jvms() == 1
  assert module.invocations('it.Counter', 'add') == 1
}
