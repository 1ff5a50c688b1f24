import dev.preheat.maven.it.TracedModule

TracedModule module = TracedModule.of(basedir)

assert module.jvms() == 1
assert module.invocations('it.Shapes', 'larger') == 8
assert module.arguments('it.Shapes', 'larger') == [
    '- it/Shapes$Circle it/Shapes$Square -': 2L,
    '- it/Shapes$Square it/Shapes$Square -': 5L,
    '- it/Shapes$Square null -': 1L]
assert module.arguments('it.Shapes$Square', 'area') == ['it/Shapes$Square': 13L]
assert module.invocations('it.Shapes', 'neverCalled') == 0
assert module.hasInitializedClassOfFile('it.Shapes')

// Neither the tests nor what runs them belongs into an image.
assert !module.hasMethodsOf('it/ShapesTest')
assert !module.hasMethodsOf('org/junit/')
assert !module.hasMethodsOf('org/apache/maven/surefire/')

// The test JVM is that of a JDK 25: it tells what else it knows.
assert module.jdkMethods() > 100
assert module.hasReferences()
