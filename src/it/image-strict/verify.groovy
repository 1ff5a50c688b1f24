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

// The args file pins the image: one that differs in a byte that nobody reads is another one.
byte[] whole = program.image().toFile().bytes
whole[whole.length - 1] ^= 1
File changed = new File(basedir, 'changed.so')
changed.bytes = whole
Program.Run other = strict.withImage(changed.toPath()).run('50')
assert other.exitCode() != 0
assert other.output() == []
assert other.error().size() == 1
assert other.error()[0].startsWith("preheat: image not used: ${changed}: expected the image with SHA-256 ")
