import dev.preheat.maven.it.Program

File project = new File(basedir.parentFile, 'setup-program')
Program program = Program.of(project, basedir)

Program.Run run = program.with('-Dpreheat.mode=off').run('50')

assert run.exitCode() == 0
assert run.output() == program.expected('50')
assert run.error() == []
assert !run.report().exists()
