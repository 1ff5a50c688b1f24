import dev.preheat.maven.it.Program
import groovy.json.JsonSlurper

File cache = new File(basedir, 'target/image-aot-cache-1.aot')
assert cache.length() > 0
Program program = Program.of(basedir, basedir)
assert program.options().contains('-XX:AOTCache=' + cache)
// By this the loader knows that the cache is the one that was made with the image.
assert program.options().any { it ==~ /-Dpreheat\.archive=[0-9a-f]{16}/ }

// With this mode the JVM does not start if it cannot use the cache.
Program.Run run = program.with('-XX:AOTMode=on').run('7')
assert run.exitCode() == 0
assert run.output() == ['7']
assert run.error() == []
def report = new JsonSlurper().parse(run.report())
assert report.status == 'used'
assert report.valid >= 1

// Whatever keeps the JVM from using its cache: standard output is the program's.
def printsItsOwn = { Program variant ->
  Program.Run each = variant.run('7')
  assert each.exitCode() == 0
  assert each.output() == ['7']
  return each.error()
}
def tells = { List<String> error -> error.any { it.contains('[aot') } }

assert !tells(printsItsOwn(program.with('-XX:+UseSerialGC')))
assert tells(printsItsOwn(program.with('-Xint')))
assert tells(printsItsOwn(program.with('-XX:ObjectAlignmentInBytes=16')))
assert tells(printsItsOwn(program.with('-XX:+UseZGC')))
String debugger = '-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=127.0.0.1:0'
assert tells(printsItsOwn(program.with(debugger)))

def withCache = { File other -> program.without('-XX:AOTCache=' + cache).with('-XX:AOTCache=' + other) }
assert tells(printsItsOwn(withCache(new File(basedir, 'target/none.aot'))))

// The cache of another JVM: its header names the one that made it.
File ofOther = new File(basedir, 'target/other.aot')
byte[] bytes = cache.bytes
byte[] name = '64-Bit Server VM'.bytes
int at = (0..4096).find { start -> (0..<name.length).every { bytes[start + it] == name[it] } }
bytes[at] = (byte) '3'
ofOther.bytes = bytes
assert tells(printsItsOwn(withCache(ofOther)))

// What the user wants of the log stands behind what the file says of it, or goes to a file.
Program.Run logged = program.with('-Xlog:gc+init').run('7')
assert logged.output().size() > 1 && logged.output().last() == '7'
assert logged.output().any { it.contains('[gc,init]') }
File log = new File(basedir, 'target/gc.log')
assert program.inFront('-Xlog:gc+init:file=' + log).run('7').output() == ['7']
assert log.text.contains('[gc,init]')

// JDKs before 25.0.5 keep machine code in the cache, and do not look whether the processor can run it.
assert program.options().contains('-XX:-AOTAdapterCaching') == program.release().isBefore('25.0.5')
File loaded = new File(basedir, 'target/code.log')
printsItsOwn(program.with('-Xlog:aot+codecache*=debug:file=' + loaded))
assert !loaded.text.contains('Adapters:')

// A jar that is gone, which JDKs before 25.0.4 do not even notice.
File library = new File(basedir, 'target/lib').listFiles().find { it.name.startsWith('asm-') }
assert program.classPath().contains(library.toPath())
assert library.delete()
printsItsOwn(program)

// The JVM says of hundreds of classes why it leaves them out: nothing that anybody has to see.
assert !new File(basedir, 'build.log').text.contains('[warning][aot]')
return true
