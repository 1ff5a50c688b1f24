import dev.preheat.maven.it.Program
import groovy.json.JsonSlurper

File project = new File(basedir.parentFile, 'setup-program')
Program program = Program.of(project, basedir)

Program.Run run = program.with('-XX:-EnableJVMCI').run('50')
assert run.exitCode() == 0
assert run.output() == program.expected('50')

def report = new JsonSlurper().parse(run.report())
assert report.status == 'refused'
assert report.installed == 0
assert report.refusal.contains('EnableJVMCI')
assert run.error().size() == 1 && run.error()[0].startsWith('preheat: ')
