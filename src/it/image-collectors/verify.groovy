import dev.preheat.maven.it.Program
import groovy.json.JsonSlurper

Program program = Program.of(basedir, basedir)
def expected = program.expected('50')

def variants = dev.preheat.format.image.read.ImageReader.read(program.image()).variants()
assert variants*.name() == ['G1', 'Serial, Parallel']

def installed = [:]
for (String collector in ['G1', 'Serial', 'Parallel']) {
  for (String size in ['-Xmx64m', '-Xmx28g']) {
    Program.Run run = program.with("-XX:+Use${collector}GC").with(size).run('50')
    assert run.exitCode() == 0
    assert run.output() == expected
    assert run.error() == []
    def report = new JsonSlurper().parse(run.report())
    assert report.status == 'used'
    assert report.installed > 200
    assert report.valid > 200
    // The same methods, whichever collector there is, but for those that the JIT was faster with, and for those
    // of classes that the program loads as its last: it may end before the loader looks again.
    assert report.rejected == (report.reasons.find { it.id == 'ALREADY_COMPILED' }?.methods ?: 0)
    installed[collector + size] = report.installed + report.rejected
  }
}
assert installed.values().max() - installed.values().min() < 0.05 * installed.values().max()

Program.Run other = program.with('-XX:+UseZGC').run('50')
assert other.exitCode() == 0
assert other.output() == expected
def refused = new JsonSlurper().parse(other.report())
assert refused.status == 'refused'
assert refused.installed == 0
assert other.error().size() == 1 && other.error()[0].startsWith('preheat: image not used: ')

// The compiler's report is about the image as a whole.
def report = new JsonSlurper().parse(new File(program.image().toString() + '.json'))
assert report.variants*.name == ['G1', 'Serial, Parallel']
assert report.variants.every { it.methods > 200 }
assert new File(basedir, 'target/preheat').list().every { !it.startsWith('variants-') || it.endsWith('.json') }
