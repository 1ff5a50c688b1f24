import dev.preheat.maven.it.ChangedJar
import dev.preheat.maven.it.Program
import groovy.json.JsonSlurper

File project = new File(basedir.parentFile, 'setup-program')
Program program = Program.of(project, basedir)

// Every top-level class of the program is another one, its libraries and the JDK are the same.
File source = new File(project, 'src/main/java/it')
Program other = program
for (File file in source.listFiles()) {
  String declaration = "final class ${file.name - '.java'} {"
  other = ChangedJar.of(
      other,
      file.toPath(),
      declaration,
      declaration + ' private int another;',
      new File(basedir, file.name).toPath())
}

Program.Run run = other.run('200')
assert run.exitCode() == 0
assert run.output() == program.expected('200')
assert run.error() == []
def report = new JsonSlurper().parse(run.report())
def reasons = report.methods.collectEntries { [it.method, it.reason.id] }
for (String method in ['it.Main.lines(I)Ljava/util/List;', 'it.Primes.count(I)I', 'it.Ledger.balance(I)I']) {
  assert reasons[method] == 'CLASS_CHANGED'
}
assert !reasons.containsKey('org.objectweb.asm.ByteVector.putInt(I)Lorg/objectweb/asm/ByteVector;')
