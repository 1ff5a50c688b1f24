import dev.preheat.maven.it.Program

File project = new File(basedir.parentFile, 'setup-program')
Program program = Program.of(project, basedir)

// As a user starts it: nothing but the file, and nothing printed that the program does not print.
File arguments = new File(project, 'target').listFiles().find { it.name.endsWith('.args') }
Process process = new ProcessBuilder(program.jdk().toString() + '/bin/java', '@' + arguments, '30').start()
List<String> output = process.inputStream.readLines()

assert process.errorStream.text == ''
assert process.waitFor() == 0
assert output == program.expected('30')

// The cache of an earlier build is gone: this build made none.
assert !new File(project, 'target/setup-program-1.aot').exists()
assert program.options().every { !it.contains('AOTCache') && !it.startsWith('-Xlog') }
