// A file is where the plugin has to make a directory; the traces are those of another project.
File target = new File(basedir, 'target')
target.mkdirs()
new File(target, 'preheat').text = 'in the way'
return true
