import dev.preheat.maven.it.Program

File project = new File(basedir.parentFile, 'setup-program')
Program program = Program.of(project, basedir)

// Compiled once more, by another process with another heap, one thread, and a JIT that compiles the compiler well.
File request = new File(project, 'target/preheat/image.request')
File again = new File(basedir, 'again.so')
File otherRequest = new File(basedir, 'image.request')
dev.preheat.format.contract.CompileRequest first = dev.preheat.format.contract.CompileRequest.read(request.toPath())
new dev.preheat.format.contract.CompileRequest(
    first.traces().reverse(), first.programTraces().reverse(), first.classPath(), again.toPath(), first.base(), first.name(), first.collectors(), first.includes(),
    first.excludes(), first.includeJdk(), first.minimumInvocations(), 1, first.onCompilerFailure(),
    new File(basedir, 'again.json').toPath())
    .write(otherRequest.toPath())
File arguments = new File(basedir, 'compiler.args')
String options = new File(project, 'target/preheat/compiler.args').text
assert options.contains('-XX:TieredStopAtLevel=1')
arguments.text = options.replace('-XX:TieredStopAtLevel=1', '-XX:TieredStopAtLevel=4').replace(request.path, otherRequest.path)
assert arguments.text.contains(otherRequest.path)

Process process = new ProcessBuilder(
    program.jdk().toString() + '/bin/java', '-XX:+AlwaysPreTouch', '-Xms1g', '@' + arguments)
    .redirectErrorStream(true).redirectOutput(new File(basedir, 'compiler.log')).start()
assert process.waitFor() == 0
assert java.nio.file.Files.mismatch(again.toPath(), program.image()) == -1L
