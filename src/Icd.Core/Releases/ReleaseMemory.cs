using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace Icd.Core.Releases;

/// <summary>The bytes of a compiled release, wherever they live: a mapped file, a resource of an assembly, an array.</summary>
/// <remarks>
/// There is no Dispose: the memory goes when the last <see cref="Release"/> that reads it is collected, so a server can
/// swap releases while requests still read the old one. Whoever reads through <see cref="Bytes"/> keeps the release alive
/// until it is done.
/// </remarks>
internal sealed unsafe class ReleaseMemory
{
    private readonly byte* _start;
    private readonly int _length;

    /// <summary>What the memory belongs to; its finalizer frees it.</summary>
    private readonly object _owner;

    private ReleaseMemory(byte* start, int length, object owner)
    {
        _start = start;
        _length = length;
        _owner = owner;
    }

    public ReadOnlySpan<byte> Bytes => new(_start, _length);

    public byte* Start => _start;

    public object Owner => _owner;

    public static ReleaseMemory Map(string path)
    {
        // Share delete: an import replaces the file by renaming another over it while this one stays mapped.
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        if (stream.Length is < ReleaseFormat.HeaderLength or > int.MaxValue)
            throw new ReleaseFormatException(ReleaseFormatProblem.NotARelease, path, $"er ikke en kompilert ICD-utgave: filen har {stream.Length} byte.", $"is not a compiled ICD release: it has {stream.Length} bytes.");

        using var file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        var view = file.CreateViewAccessor(0, stream.Length, MemoryMappedFileAccess.Read);
        // AcquirePointer would pin the mapping for ever; the owner's finalizer must be able to release it.
        var start = (byte*)view.SafeMemoryMappedViewHandle.DangerousGetHandle() + view.PointerOffset;
        return new(start, (int)stream.Length, view);
    }

    public static ReleaseMemory Of(ReadOnlySpan<byte> bytes)
    {
        // Pinned object heap: the address stays valid for the array's life. Eight-byte aligned like a mapped file.
        var pinned = GC.AllocateUninitializedArray<byte>(Math.Max(1, bytes.Length), pinned: true);
        bytes.CopyTo(pinned);
        return new((byte*)Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0), bytes.Length, pinned);
    }

    /// <summary>An assembly's resource is mapped memory already; it is read in place.</summary>
    public static ReleaseMemory Of(UnmanagedMemoryStream resource) =>
        new(resource.PositionPointer, checked((int)(resource.Length - resource.Position)), resource);
}
