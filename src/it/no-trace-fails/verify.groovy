String log = new File(basedir, 'build.log').text.replace('[ERROR] ', '')

def tells = { String module, String why ->
  File traces = new File(basedir, module + '/target/preheat/traces')
  assert log.contains('The tests left no trace in ' + traces + '.\n  Why: ' + why)
  assert !new File(basedir, module + '/target').listFiles().any {
    it.name.endsWith('.so') || it.name.endsWith('.args') || it.name.endsWith('.aot')
  }
}

tells('hidden-arg-line', 'The configuration of maven-surefire-plugin sets argLine to "-Xmx200m"')
tells('not-bound', 'The goal preheat:prepare-agent was not run before the tests.')
tells('not-forked', "maven-surefire-plugin runs the tests in Maven's own JVM (forkCount is 0)")
tells('no-tests', 'The project has no tests')
tells('skipped', 'The tests were skipped')
assert log.contains('<argLine>@{argLine} -Xmx200m</argLine>')
