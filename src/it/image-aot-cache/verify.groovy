import dev.preheat.maven.it.Program
import groovy.json.JsonSlurper

File cache = new File(basedir, 'target/image-aot-cache-1.aot')
assert cache.length() > 0
Program program = Program.of(basedir, basedir)
assert program.options().contains('-XX:AOTCache=' + cache)

// With this mode the JVM does not start if it cannot use the cache.
Program.Run run = program.with('-XX:AOTMode=on').run('7')
assert run.exitCode() == 0
assert run.output() == ['7']
assert run.error() == []
def report = new JsonSlurper().parse(run.report())
assert report.status == 'used'
assert report.valid >= 1
