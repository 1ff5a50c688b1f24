String log = new File(basedir, 'build.log').text

assert log =~ /step 1: 0 of [\d]+ methods: good/
assert log =~ /step 2: (\d+) of \1 methods: fails, exit code 1/
int found = log.indexOf('This method makes the command fail:')
assert found > 0
assert log.substring(found).readLines()[1].endsWith('  it.Primes.count(I)I')
assert log.contains('It ends well without: -Dpreheat.exclude=it.Primes.count(I)I')
// The second invocation: nothing fails.
assert log.contains('The command ends well with all methods installed, 1 times.')
// The third: the image is not the reason.
assert log.contains('The command fails with no method installed, too.')
// The fourth: nothing can be run.
assert log.contains('There is nothing to run, or it cannot be run 0 times of 600 s.')
