String log = new File(basedir, 'build.log').text.replace('[ERROR] ', '')
File target = new File(basedir, 'target')

assert log.contains('A file cannot be read or written.\n  Why: ')
assert log.contains(new File(target, 'preheat').path)
assert log.contains('Check that Maven may write below ' + target)
assert !target.listFiles().any { it.name.endsWith('.so') || it.name.endsWith('.args') || it.name.endsWith('.tmp') }
