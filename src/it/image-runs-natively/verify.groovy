import dev.preheat.maven.it.Program
import groovy.json.JsonSlurper

File project = new File(basedir.parentFile, 'setup-program')
Program program = Program.of(project, basedir)

Program.Run run = program.run('500')
assert run.exitCode() == 0
assert run.error() == []
assert run.output() == program.expected('500')

def report = new JsonSlurper().parse(run.report())
def names = dev.preheat.format.image.read.ImageReader.read(program.image())
    .variants()[0].records().collect { it.subject().name() } as Set
assert report.status == 'used'
assert report.refusal == ''
// Methods of the program, of its library and of the JDK.
assert report.installed > 200
assert report.valid > 200
assert report.installed >= 0.9 * (report.installed + report.rejected)
def left = report.methods.collect { it.method } as Set
Set valid = names - left
assert valid.contains('it.Primes.count(I)I')
assert valid.contains('org.objectweb.asm.ByteVector.putInt(I)Lorg/objectweb/asm/ByteVector;')
assert valid.count { it.startsWith('java.util.') } > 20

// At most 2 % of what was traced is left out, but for what is not worth it.
def built = new JsonSlurper().parse(new File(program.image().toString() + '.json'))
def others = built.reasons.findAll { !(it.id in ['CLASS_INITIALIZER', 'TOO_FEW_RUNS']) }
assert built.traced > 400
assert others.sum(0) { it.methods } <= 0.02 * built.traced : others
