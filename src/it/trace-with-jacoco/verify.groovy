import dev.preheat.maven.it.TracedModule

for (String name in ['jacoco-first', 'jacoco-last']) {
  File directory = new File(basedir, name)
  assert new File(directory, 'target/jacoco.exec').length() > 0

  TracedModule module = TracedModule.of(directory)
  assert module.invocations('it.Counter', 'add') == 2
  // The digest is that of the file, not of what JaCoCo made of it in the JVM.
  assert module.hasInitializedClassOfFile('it.Counter')
  assert !module.hasMethodsOf('org/jacoco/')
}
