using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsNlp.Sentences;

/// <summary>
/// The features of a gap as they are listed: up to three parts each, whose hashes are taken together at the end. A gap is
/// seldom looked at so closely that the code were still in the processor's caches: it has to be short.
/// </summary>
internal ref struct BoundaryFeatureList
{
    private const ulong First = 0x9E3779B97F4A7C15;
    private const ulong Second = 0xC2B2AE3D27D4EB4F;
    private const ulong Third = 0xD6E8FEB86659FD93;
    private const ulong Last = 0xFF51AFD7ED558CCD;

    private readonly ref ulong _parts;
    private readonly Span<uint> _features;

    /// <summary>Makes an empty list.</summary>
    public BoundaryFeatureList(BoundaryScratch scratch)
    {
        _parts = ref MemoryMarshal.GetReference(scratch.Parts);
        _features = scratch.Features;
    }

    /// <summary>How many features are listed.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a feature; at most <see cref="BoundaryFeatures.Most"/> may be. The number of a feature is part of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ulong first, ulong second = 0, ulong third = 0)
    {
        Unsafe.Add(ref _parts, Count) = first;
        Unsafe.Add(ref _parts, BoundaryFeatures.Most + Count) = second;
        Unsafe.Add(ref _parts, (2 * BoundaryFeatures.Most) + Count) = third;
        Count++;
    }

    /// <summary>Gives the scratch the listed features.</summary>
    public readonly void Hash()
    {
        if (Vector512.IsHardwareAccelerated)
        {
            var number = (Vector512<ulong>.Indices + Vector512<ulong>.One) * Last;
            for (var i = 0; i < Count; i += Vector512<ulong>.Count)
            {
                var hash = (Vector512.LoadUnsafe(ref _parts, (nuint)i) * First)
                    + (Vector512.LoadUnsafe(ref _parts, (nuint)(BoundaryFeatures.Most + i)) * Second)
                    + (Vector512.LoadUnsafe(ref _parts, (nuint)((2 * BoundaryFeatures.Most) + i)) * Third)
                    + number;
                hash = ((hash ^ (hash >>> 32)) * Last) >>> 32;
                Vector512.Narrow(hash, hash).GetLower().CopyTo(_features[i..]);
                number += Vector512.Create(unchecked((ulong)Vector512<ulong>.Count * Last));
            }

            return;
        }

        for (var i = 0; i < Count; i++)
        {
            var hash = (Unsafe.Add(ref _parts, i) * First)
                + (Unsafe.Add(ref _parts, BoundaryFeatures.Most + i) * Second)
                + (Unsafe.Add(ref _parts, (2 * BoundaryFeatures.Most) + i) * Third)
                + ((ulong)(uint)(i + 1) * Last);
            hash ^= hash >> 32;
            _features[i] = (uint)((hash * Last) >> 32);
        }
    }
}
