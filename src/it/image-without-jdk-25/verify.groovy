String log = new File(basedir, 'build.log').text.replace('[ERROR] ', '')

assert log.contains('The JDK that -Dpreheat.jdk (parameter jdkHome) names cannot be used.\n  Why: jdkHome: ' + new File(basedir, 'jdk') + ' is a JDK 24.0.2;')
assert !new File(basedir, 'target').listFiles().any { it.name.endsWith('.so') || it.name.endsWith('.args') }
