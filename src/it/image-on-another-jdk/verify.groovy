import dev.preheat.maven.it.Program
import groovy.json.JsonSlurper

File project = new File(basedir.parentFile, 'setup-program')
Program program = Program.of(project, basedir)

// The JDK that runs these tests is not the one that the image was made for.
java.nio.file.Path other = new File(System.getProperty('java.home')).toPath()
Program elsewhere = program.on(other)

Program.Run run = elsewhere.run('50')
assert run.exitCode() == 0
assert run.output() == program.expected('50')
assert run.error().size() == 1
assert run.error()[0].startsWith('preheat: image not used: JDK: ')
def report = new JsonSlurper().parse(run.report())
assert report.status == 'refused'
assert report.refusal.contains('expected 25, found ' + Runtime.version().feature())
