// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler;

import dev.preheat.compiler.assemble.Dependencies;
import dev.preheat.compiler.assemble.ImageAssembler;
import dev.preheat.compiler.classpath.CallDescriptors;
import dev.preheat.compiler.classpath.ClassFiles;
import dev.preheat.compiler.classpath.ClassPathContainers;
import dev.preheat.compiler.classpath.LazyConstants;
import dev.preheat.compiler.fingerprint.Fingerprint;
import dev.preheat.compiler.graal.GraalBackend;
import dev.preheat.compiler.graal.MethodCompiler;
import dev.preheat.compiler.graal.StubCompiler;
import dev.preheat.compiler.jvmci.CompiledCode;
import dev.preheat.compiler.jvmci.CompilerVm;
import dev.preheat.compiler.jvmci.LoadedSymbols;
import dev.preheat.compiler.outcome.CompilerFailure;
import dev.preheat.compiler.outcome.OmissionException;
import dev.preheat.compiler.select.EarlyClasses;
import dev.preheat.compiler.select.LoaderMethods;
import dev.preheat.compiler.select.Selection;
import dev.preheat.compiler.select.Selection.Omission;
import dev.preheat.format.contract.CollectorGroup;
import dev.preheat.format.contract.CompileRequest;
import dev.preheat.format.contract.OnCompilerFailure;
import dev.preheat.format.image.model.ClassRole;
import dev.preheat.format.image.model.ImageMerge;
import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import dev.preheat.format.image.model.ImageModel.InstallRecord;
import dev.preheat.format.image.model.ImageModel.MethodSubject;
import dev.preheat.format.image.model.ImageModel.Stub;
import dev.preheat.format.image.model.ImageModel.Subject;
import dev.preheat.format.image.model.ImageModel.Variant;
import dev.preheat.format.image.read.ImageReader;
import dev.preheat.format.image.write.ImageFile;
import dev.preheat.format.image.write.ImageWriter;
import dev.preheat.format.trace.ReadTrace;
import dev.preheat.format.trace.Trace;
import dev.preheat.format.trace.TraceBuilder;
import dev.preheat.format.trace.TraceReader;
import dev.preheat.hotspot.VmField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One build of an image, from traces to the file: trace, load, select, compile, relocate, lay out,
 * write.
 */
final class ImageBuild {

  /**
   * The build fails if the graph of a method names a class that the method does not depend on. For
   * tests: it shows that all questions are noted.
   */
  private static final String CHECK_GRAPHS = "preheat.check.graphs";

  private final CompileRequest request;
  private final Progress progress;

  private final CompilerVm vm = new CompilerVm();
  private final LoadedSymbols world = vm.world();
  private final ClassFiles files = new ClassFiles();

  ImageBuild(CompileRequest request, Progress progress) {
    this.request = request;
    this.progress = progress;
  }

  BuildReport run() throws Exception {
    long start = System.nanoTime();
    Fingerprint fingerprint = new Fingerprint(vm.tables(), vm.config());
    checkCollectors(fingerprint.collectors());
    Trace trace = progress.step("Reading traces", () -> readTraces(request.traces()));
    Trace programTrace = readTraces(request.programTraces());
    progress.step("Loading classes", () -> load(trace));
    Selection selection =
        progress.step("Selecting methods", () -> Selection.of(trace, programTrace, world, request));
    MethodCompiler compiler =
        progress.step("Starting the compiler", () -> startCompiler(trace, programTrace));
    CompileQueue.Result compiled =
        progress.step(
            "Compiling methods",
            () ->
                new CompileQueue(compiler::compile, request.threads())
                    .compile(selection.candidates()));
    keep(compiled.failures());
    List<InstallRecord> records =
        progress.step("Compiling stubs", () -> records(compiled, compiler));
    ImageModel model =
        progress.step(
            "Laying out methods",
            () -> {
              SortedMap<VmField, Integer> vmLayout = vm.layout();
              Variant variant =
                  new Variant(request.collectors().toString(), fingerprint.facts(), records);
              return withBase(
                  new ImageAssembler(
                          world, vm.shapes(), files, new ClassPathContainers(request.classPath()))
                      .assemble(fingerprint.properties(vmLayout), vmLayout, variant));
            });
    ImageWriter.Layout layout =
        progress.step(
            "Creating image", () -> ImageFile.write(model, request.name(), request.output()));
    List<Omission> leftOut = new ArrayList<>(selection.leftOut());
    leftOut.addAll(compiled.leftOut());
    return BuildReport.of(
        trace, world, selection, leftOut, model, layout, request, System.nanoTime() - start);
  }

  private void checkCollectors(CollectorGroup found) throws IOException {
    if (found != request.collectors()) {
      throw new IOException(
          "the compiler's JVM uses one of the collectors "
              + found
              + ", the image is to be for "
              + request.collectors()
              + ": leave the collector out of compilerJvmArguments, and name it in collectors");
    }
  }

  private Trace readTraces(List<Path> files) throws IOException {
    TraceBuilder builder = new TraceBuilder();
    if (files.isEmpty()) {
      return builder.build();
    }
    for (Path file : files) {
      ReadTrace read = TraceReader.read(file);
      if (!read.complete()) {
        progress.detail("%s was cut off; what it has is used", file);
      }
      builder.add(read.trace());
    }
    return LoaderMethods.read(request.classPath().get(0)).addTo(builder.build());
  }

  private LoadedSymbols load(Trace trace) {
    world.load(trace);
    return world;
  }

  private MethodCompiler startCompiler(Trace trace, Trace programTrace) throws IOException {
    GraalBackend graal = GraalBackend.start(vm.internals(), vm.addresses(), vm.tables());
    EarlyClasses early = EarlyClasses.read();
    return new MethodCompiler(
        graal,
        world,
        trace,
        programTrace,
        vm.addresses(),
        vm.internals(),
        new CallDescriptors(files),
        new LazyConstants(files),
        early::contains);
  }

  /** Writes down the compiler's own failures, which the user may not want in a build at all. */
  private void keep(List<CompilerFailure> failures) throws IOException {
    Path file = CompilerFailure.file(request.output());
    CompilerFailure.write(failures, file);
    if (!failures.isEmpty() && request.onCompilerFailure() == OnCompilerFailure.FAIL) {
      throw new IOException(
          "methods that made the compiler fail: "
              + failures.size()
              + "; their stacks are in "
              + file
              + ": report them; until that is put right, leave their classes out (excludes), or say"
              + " onCompilerFailure=warn, which leaves the methods to the JIT");
    }
  }

  private List<InstallRecord> records(CompileQueue.Result compiled, MethodCompiler compiler)
      throws OmissionException {
    SortedSet<String> stubNames = new TreeSet<>();
    compiled.methods().forEach(method -> stubNames.addAll(method.code().stubs()));
    Dependencies dependencies = new Dependencies(world, files, Boolean.getBoolean(CHECK_GRAPHS));
    List<InstallRecord> records = new ArrayList<>();
    for (CompiledCode stub :
        new StubCompiler(compiler.backend(), compiler.callTargets(), vm.internals(), world)
            .compile(stubNames)) {
      records.add(record(stub, dependencies, 0));
    }
    for (CompileQueue.CompiledMethod method : compiled.methods()) {
      records.add(record(method.code(), dependencies, method.candidate().weight()));
    }
    return records;
  }

  private ImageModel withBase(ImageModel model) throws IOException {
    if (request.base().isEmpty()) {
      return model;
    }
    Path base = request.base().get();
    try {
      return ImageMerge.of(model, ImageReader.read(base));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          base + " cannot be extended: " + e.getMessage() + "; build it again, too", e);
    }
  }

  private static InstallRecord record(
      CompiledCode compiled, Dependencies dependencies, long weight) {
    SortedSet<ClassSymbol> classes = dependencies.of(compiled);
    return new InstallRecord(
        subject(compiled, classes, dependencies),
        compiled.code().body(),
        compiled.code().relocations(),
        compiled.code().objects(),
        classes,
        compiled.initialized(),
        weight);
  }

  private static Subject subject(
      CompiledCode compiled, SortedSet<ClassSymbol> classes, Dependencies dependencies) {
    return switch (compiled.subject()) {
      case MethodSubject root ->
          new MethodSubject(
              root.method(),
              root.method().holder().role() == ClassRole.APP
                  && dependencies.isPortable(compiled, classes));
      case Stub stub -> stub;
    };
  }

  /** Whether the target folder can be written; told before the work, not after it. */
  static void checkOutput(CompileRequest request) throws IOException {
    Path folder = request.output().toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new IOException("cannot write to " + folder + ": " + e, e);
    }
    if (!Files.isWritable(folder)) {
      throw new IOException("cannot write to " + folder + ": permission denied");
    }
  }
}
