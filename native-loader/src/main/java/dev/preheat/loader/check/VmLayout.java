package dev.preheat.loader.check;

import dev.preheat.format.image.layout.ImageLayout.TableNumber;
import dev.preheat.loader.image.LoadedImage;
import dev.preheat.loader.outcome.Refusal;

/**
 * Offsets inside the VM's data structures, from the image: constants of one JDK build. In the order
 * of {@code dev.preheat.hotspot.VmField}, which says what each of them is; a test compares them.
 */
public final class VmLayout {

  /** Number of fields. */
  static final int COUNT = 82;

  /** No structure that is read here is as large. */
  private static final int MAXIMUM_OFFSET = 1 << 12;

  final int loaderData;
  public final int classLoaderDataKlasses;
  public final int klassLayoutHelper;
  public final int klassName;
  public final int klassJavaMirror;
  public final int klassNextLink;
  public final int klassClassLoaderData;
  final int klassVtableLength;
  public final int instanceKlassConstants;
  public final int instanceKlassMethods;
  final int instanceKlassItableLength;
  public final int instanceKlassInitState;
  public final int stateLinked;
  public final int stateFullyInitialized;
  final int constantPoolLength;
  public final int constantPoolCache;
  public final int cacheResolvedReferences;
  public final int cacheResolvedIndyEntries;
  public final int arrayOfIndyEntriesData;
  public final int indyEntryBytes;
  public final int indyEntryResolvedReferencesIndex;
  public final int cacheResolvedMethodEntries;
  public final int arrayOfMethodEntriesData;
  public final int methodEntryBytes;
  public final int methodEntryResolvedReferencesIndex;
  public final int constMethodBytecode;
  public final int objectArrayBase;
  public final int referenceBytes;
  public final int arrayOfMethodsData;
  public final int methodConstMethod;
  public final int methodCode;
  public final int constMethodCodeSize;
  public final int constMethodNameIndex;
  final int constMethodSignatureIndex;
  public final int symbolLength;
  public final int symbolBody;
  public final int mirrorKlass;
  public final int nmethodCompLevel;
  final int klassSuper;
  final int klassAccessFlags;
  final int instanceKlassLocalInterfaces;
  final int instanceKlassFieldInfoStream;
  final int arrayOfKlassesData;
  final int arrayOfBytesData;
  final int arrayOfShortsData;
  final int arrayOfIntsData;
  final int constantPoolBytes;
  final int constantPoolTags;
  final int constantPoolBootstrapMethods;
  final int constantPoolBootstrapOffsets;
  final int constantPoolCacheReferenceMap;
  final int cacheResolvedFieldEntries;
  final int arrayOfFieldEntriesData;
  final int fieldEntryBytes;
  final int fieldEntryPoolIndex;
  final int methodEntryPoolIndex;
  final int indyEntryPoolIndex;
  final int methodAccessFlags;
  final int constMethodFlags;
  final int constMethodSize;
  final int constMethodMaxStack;
  final int fileMapInfoHeader;
  final int fileMapHeaderRegions;
  final int fileMapRegionBytes;
  final int fileMapRegionUsed;
  final int fileMapRegionMappedBase;

  /** From libjvm's base. */
  final int libjvmFirstVirtual;

  /** From libjvm's base. */
  final int libjvmBuildId;

  /** From libjvm's base. */
  public final int libjvmSharedBase;

  /** From libjvm's base. */
  public final int libjvmSharedTop;

  /** From libjvm's base. */
  final int libjvmArchive;

  /** From libjvm's base. */
  public final int libjvmCodeCacheLow;

  /** From libjvm's base. */
  public final int libjvmCodeCacheHigh;

  /** From libjvm's base. */
  public final int libjvmCodeHeaps;

  public final int growableArrayLength;
  public final int growableArrayData;
  public final int codeHeapMemory;
  public final int codeHeapSegmentMap;
  public final int codeHeapSegmentShift;
  public final int virtualSpaceLow;
  public final int virtualSpaceEnd;
  public final int virtualSpaceHigh;

  private final LoadedImage image;
  private int next;

  VmLayout(LoadedImage image) {
    this.image = image;
    if (image.count(TableNumber.VM_LAYOUT) != COUNT) {
      throw damaged(COUNT, image.count(TableNumber.VM_LAYOUT));
    }
    loaderData = offset();
    classLoaderDataKlasses = offset();
    klassLayoutHelper = offset();
    klassName = offset();
    klassJavaMirror = offset();
    klassNextLink = offset();
    klassClassLoaderData = offset();
    klassVtableLength = offset();
    instanceKlassConstants = offset();
    instanceKlassMethods = offset();
    instanceKlassItableLength = offset();
    instanceKlassInitState = offset();
    stateLinked = offset();
    stateFullyInitialized = offset();
    constantPoolLength = offset();
    constantPoolCache = offset();
    cacheResolvedReferences = offset();
    cacheResolvedIndyEntries = offset();
    arrayOfIndyEntriesData = offset();
    indyEntryBytes = offset();
    indyEntryResolvedReferencesIndex = offset();
    cacheResolvedMethodEntries = offset();
    arrayOfMethodEntriesData = offset();
    methodEntryBytes = offset();
    methodEntryResolvedReferencesIndex = offset();
    constMethodBytecode = offset();
    objectArrayBase = offset();
    referenceBytes = offset();
    arrayOfMethodsData = offset();
    methodConstMethod = offset();
    methodCode = offset();
    constMethodCodeSize = offset();
    constMethodNameIndex = offset();
    constMethodSignatureIndex = offset();
    symbolLength = offset();
    symbolBody = offset();
    mirrorKlass = offset();
    nmethodCompLevel = offset();
    klassSuper = offset();
    klassAccessFlags = offset();
    instanceKlassLocalInterfaces = offset();
    instanceKlassFieldInfoStream = offset();
    arrayOfKlassesData = offset();
    arrayOfBytesData = offset();
    arrayOfShortsData = offset();
    arrayOfIntsData = offset();
    constantPoolBytes = offset();
    constantPoolTags = offset();
    constantPoolBootstrapMethods = offset();
    constantPoolBootstrapOffsets = offset();
    constantPoolCacheReferenceMap = offset();
    cacheResolvedFieldEntries = offset();
    arrayOfFieldEntriesData = offset();
    fieldEntryBytes = offset();
    fieldEntryPoolIndex = offset();
    methodEntryPoolIndex = offset();
    indyEntryPoolIndex = offset();
    methodAccessFlags = offset();
    constMethodFlags = offset();
    constMethodSize = offset();
    constMethodMaxStack = offset();
    fileMapInfoHeader = offset();
    fileMapHeaderRegions = offset();
    fileMapRegionBytes = offset();
    fileMapRegionUsed = offset();
    fileMapRegionMappedBase = offset();
    libjvmFirstVirtual = libjvmOffset();
    libjvmBuildId = libjvmOffset();
    libjvmSharedBase = libjvmOffset();
    libjvmSharedTop = libjvmOffset();
    libjvmArchive = libjvmOffset();
    libjvmCodeCacheLow = libjvmOffset();
    libjvmCodeCacheHigh = libjvmOffset();
    libjvmCodeHeaps = libjvmOffset();
    growableArrayLength = offset();
    growableArrayData = offset();
    codeHeapMemory = offset();
    codeHeapSegmentMap = offset();
    codeHeapSegmentShift = offset();
    virtualSpaceLow = offset();
    virtualSpaceEnd = offset();
    virtualSpaceHigh = offset();
    if (constMethodSignatureIndex != constMethodNameIndex + Short.BYTES) {
      throw damaged(constMethodNameIndex + Short.BYTES, constMethodSignatureIndex);
    }
  }

  private int libjvmOffset() {
    return image.words[image.start(TableNumber.VM_LAYOUT) + next++];
  }

  private int offset() {
    int value = image.words[image.start(TableNumber.VM_LAYOUT) + next++];
    if (value < 0 || value > MAXIMUM_OFFSET) {
      throw damaged(MAXIMUM_OFFSET, value);
    }
    return value;
  }

  private static Refusal damaged(int expected, int found) {
    return Refusal.damaged(
        "the VM's layout in the image", Integer.toString(expected), Integer.toString(found));
  }
}
