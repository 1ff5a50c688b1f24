String log = new File(basedir, 'build.log').text

['preheat:image', 'preheat:inspect', 'preheat:prepare-agent', 'preheat:trace-run'].each {
  assert log.contains(it)
}
assert log.contains('User property: preheat.mainClass')
assert log.contains('The class whose main starts the program.')
