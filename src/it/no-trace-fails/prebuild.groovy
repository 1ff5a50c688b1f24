// What an earlier build, which did not fail, left.
for (String module in ['hidden-arg-line', 'not-bound', 'not-forked', 'no-tests', 'skipped']) {
  File target = new File(basedir, module + '/target')
  target.mkdirs()
  new File(target, module + '-1.aot').text = 'an old cache'
  new File(target, module + '-1.args').text = '-XX:AOTCache=' + target + '/' + module + '-1.aot\n'
}
return true
