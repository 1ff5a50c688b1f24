import dev.preheat.maven.it.Program
import groovy.json.JsonSlurper

File project = new File(basedir.parentFile, 'setup-program')
Program program = Program.of(project, basedir)

byte[] whole = program.image().toFile().bytes
List<String> expected = program.expected('20')

for (int length in [0, 100, 4096, 4096 + 200, whole.length.intdiv(2)]) {
  File file = new File(basedir, "truncated-${length}.so")
  file.bytes = Arrays.copyOf(whole, length)

  Program.Run run = program.withImage(file.toPath()).run('20')
  assert run.exitCode() == 0
  assert run.output() == expected
  def report = new JsonSlurper().parse(run.report())
  assert report.status == 'refused'
  assert report.refusal.contains(file.name)
}
