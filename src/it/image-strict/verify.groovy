import dev.preheat.maven.it.Program

File project = new File(basedir.parentFile, 'setup-program')
Program program = Program.of(project, basedir)

Program strict = program.with('-Dpreheat.mode=strict')

Program.Run accepted = strict.run('50')
assert accepted.exitCode() == 0
assert accepted.output() == program.expected('50')

Program.Run refused = strict.with('-XX:+UseSerialGC').run('50')
assert refused.exitCode() != 0
assert refused.output() == []
assert refused.error().size() == 1
assert refused.error()[0].startsWith('preheat: ')
assert refused.error()[0].contains('UseG1GC')
