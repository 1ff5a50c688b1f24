import dev.preheat.maven.it.Program
import groovy.json.JsonSlurper

File project = new File(basedir.parentFile, 'setup-program')
Program program = Program.of(project, basedir)

for (String sizes in ['-Xmx32m', '-Xmx512m', '-Xmx4g', '-Xmx28g', '-Xmx31g -XX:HeapBaseMinAddress=1g']) {
  Program.Run run = sizes.split(' ').inject(program) { with, option -> with.with(option) }.run('100')
  assert run.exitCode() == 0
  assert run.output() == program.expected('100')
  assert run.error() == []

  def report = new JsonSlurper().parse(run.report())
  assert report.status == 'used'
  assert report.valid > 200
}
