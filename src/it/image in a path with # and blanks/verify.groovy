import dev.preheat.maven.it.Program
import groovy.json.JsonSlurper

File app = new File(basedir, 'app')
Program program = Program.of(app, basedir)
assert program.classPath()[2] == new File(app, 'target/lib/lib-1.jar').toPath()

Program.Run run = program.run('25')
assert run.output() == ['75025']
assert run.error() == []
assert new JsonSlurper().parse(run.report()).status == 'used'
// What the tests of the other module traced is in the image of this one.
assert dev.preheat.format.image.read.ImageReader.read(program.image())
    .variants()[0].records().any { it.subject().name() == 'lib.Series.fibonacci(I)J' }

// As a user starts it.
Process process = new ProcessBuilder(program.jdk().toString() + '/bin/java', '@' + new File(app, 'target/app-1.args'), '10').start()
assert process.inputStream.readLines() == ['55']
assert process.errorStream.text == ''
