// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.assemble;

import dev.preheat.compiler.classpath.ClassFiles;
import dev.preheat.compiler.classpath.ClassPathContainers;
import dev.preheat.compiler.jvmci.LoadedSymbols;
import dev.preheat.compiler.jvmci.SymbolFacts;
import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.model.ClassRole;
import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.model.ImageModel.CallSiteAppendix;
import dev.preheat.format.image.model.ImageModel.ClassInfo;
import dev.preheat.format.image.model.ImageModel.ClassMirror;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import dev.preheat.format.image.model.ImageModel.CodeRelocation;
import dev.preheat.format.image.model.ImageModel.InstallRecord;
import dev.preheat.format.image.model.ImageModel.KlassRelocation;
import dev.preheat.format.image.model.ImageModel.MethodInfo;
import dev.preheat.format.image.model.ImageModel.MethodRelocation;
import dev.preheat.format.image.model.ImageModel.MethodSubject;
import dev.preheat.format.image.model.ImageModel.MethodSymbol;
import dev.preheat.format.image.model.ImageModel.ObjectSymbol;
import dev.preheat.format.image.model.ImageModel.Relocation;
import dev.preheat.format.image.model.ImageModel.ResolvedReferences;
import dev.preheat.format.image.model.ImageModel.Variant;
import dev.preheat.hotspot.VmField;
import java.net.URI;
import java.security.CodeSource;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Describes every class and method that records name, and puts the model of the image together. */
public final class ImageAssembler {

  private final LoadedSymbols world;
  private final SymbolFacts shapes;
  private final ClassFiles files;
  private final ClassPathContainers containers;
  private final SortedMap<ClassSymbol, ClassInfo> classes = new TreeMap<>();
  private final SortedMap<MethodSymbol, MethodInfo> methods = new TreeMap<>();

  public ImageAssembler(
      LoadedSymbols world, SymbolFacts shapes, ClassFiles files, ClassPathContainers containers) {
    this.world = world;
    this.shapes = shapes;
    this.files = files;
    this.containers = containers;
  }

  public ImageModel assemble(
      SortedMap<String, String> properties, SortedMap<VmField, Integer> layout, Variant variant) {
    variant.records().forEach(this::describe);
    return new ImageModel(
        properties, layout, containers.containers(), classes, methods, List.of(variant));
  }

  private void describe(InstallRecord record) {
    if (record.subject() instanceof MethodSubject root) {
      describe(root.method());
    }
    record.dependencies().forEach(this::describe);
    record.initialized().forEach(this::describe);
    for (Relocation patch : record.relocations()) {
      if (patch instanceof KlassRelocation klass) {
        describe(klass.type());
      } else if (patch instanceof MethodRelocation method) {
        describe(method.method());
      } else if (patch instanceof CodeRelocation code
          && code.external() instanceof CallSiteAppendix site) {
        describe(site.method());
      }
    }
    for (ObjectSymbol object : record.objects()) {
      if (object instanceof ClassMirror mirror) {
        describe(mirror.type());
      } else if (object instanceof ResolvedReferences references) {
        describe(references.type());
      }
    }
  }

  private void describe(MethodSymbol method) {
    if (!methods.containsKey(method)) {
      describe(method.holder());
      methods.put(method, shapes.of(method));
    }
  }

  private void describe(ClassSymbol type) {
    if (!classes.containsKey(type)) {
      switch (type.kind()) {
        case INSTANCE -> classes.put(type, instance(type));
        case OBJECT_ARRAY -> {
          describe(type.component());
          classes.put(type, new ClassInfo(ImageLayout.NONE, 0, 0, ""));
        }
        case PRIMITIVE_ARRAY -> classes.put(type, new ClassInfo(ImageLayout.NONE, 0, 0, ""));
      }
    }
  }

  private ClassInfo instance(ClassSymbol type) {
    long content = shapes.content(type);
    long shape = shapes.shape(type);
    return type.role() == ClassRole.APP
        ? new ClassInfo(container(type), content, shape, files.digest(type))
        : new ClassInfo(ImageLayout.NONE, content, shape, "");
  }

  private int container(ClassSymbol type) {
    Class<?> mirror = world.mirror(type);
    CodeSource source = mirror.getProtectionDomain().getCodeSource();
    return source == null || source.getLocation() == null
        ? ImageLayout.NONE
        : containers.indexOf(URI.create(source.getLocation().toString()));
  }
}
