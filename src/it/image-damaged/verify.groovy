import dev.preheat.maven.it.Program
import groovy.json.JsonSlurper

File project = new File(basedir.parentFile, 'setup-program')
Program program = Program.of(project, basedir)

byte[] whole = program.image().toFile().bytes
List<String> expected = program.expected('20')

// One byte in the header, in the tables, and in the code.
for (int at in [4096 + 9, 4096 + 60, 4096 + 5000, whole.length.intdiv(2)]) {
  byte[] damaged = whole.clone()
  damaged[at] ^= 0x10
  File file = new File(basedir, "damaged-${at}.so")
  file.bytes = damaged

  Program.Run run = program.withImage(file.toPath()).run('20')
  assert run.exitCode() == 0
  assert run.output() == expected
  def report = new JsonSlurper().parse(run.report())
  assert report.status == 'refused'
  assert report.installed == 0
  assert report.refusal.contains(file.name)
  assert run.error().size() == 1 && run.error()[0].startsWith('preheat: ')
}
