import dev.preheat.maven.it.ChangedJar
import dev.preheat.maven.it.Program
import groovy.json.JsonSlurper

File project = new File(basedir.parentFile, 'setup-program')
Program program = Program.of(project, basedir)

File source = new File(project, 'src/main/java/it/Greeting.java')
Program changed = ChangedJar.of(
    program, source.toPath(), 'first version', 'second version', basedir.toPath())

Program.Run run = changed.run('500')
assert run.output()[0] == 'Greetings of the second version 499'
assert run.output() == changed.expected('500')
assert run.error() == []

def report = new JsonSlurper().parse(run.report())
assert report.status == 'used'
def reasons = report.methods.collectEntries { [it.method, it.reason.id] }
assert reasons['it.Greeting.text()Ljava/lang/String;'] == 'CLASS_CHANGED'
// It had the old text inlined.
assert reasons['it.Main.lines(I)Ljava/util/List;'] == 'CLASS_CHANGED'
// What does not depend on the class is still installed.
assert !reasons.containsKey('it.Primes.count(I)I')
assert report.valid > 150
