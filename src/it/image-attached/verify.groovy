import dev.preheat.maven.it.Program

File project = new File(basedir.parentFile, 'setup-program')
Program program = Program.of(project, basedir)

File repository = new File(localRepositoryPath, 'dev/preheat/it/setup-program/1')
File installed = new File(repository, 'setup-program-1-linux-x86_64.so')

assert java.nio.file.Files.mismatch(installed.toPath(), program.image()) == -1L
assert new File(basedir.parentFile, 'setup-program/build.log').text.contains('opened with dlopen:')
