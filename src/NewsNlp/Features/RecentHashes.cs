using System.Runtime.CompilerServices;

namespace NewsNlp.Features;

/// <summary>
/// The places of a table of fixed size whose entries are known by 64-bit hashes, for what is kept of frequent words from document to
/// document: a new hash takes the place of the one of two that was not used last. For one thread at a time.
/// </summary>
/// <param name="sets">Half of the number of places; a power of two.</param>
internal sealed class RecentHashes(int sets)
{
    private const int Ways = 2;

    private readonly ulong[] _keys = new ulong[sets * Ways];
    private readonly byte[] _last = new byte[sets];

    /// <summary>How many places there are.</summary>
    public int Count => _keys.Length;

    /// <summary>The place of a hash, good until the next <see cref="Add"/>; -1 where it has none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ulong hash)
    {
        ulong key = KeyOf(hash);
        int set = SetOf(key);
        int place = set * Ways;
        if (_keys[place] != key && _keys[++place] != key) return -1;
        _last[set] = (byte)(place & 1);
        return place;
    }

    /// <summary>Gives a hash a place, the one that it has or that of another one.</summary>
    public int Add(ulong hash)
    {
        int place = Find(hash);
        if (place >= 0) return place;
        ulong key = KeyOf(hash);
        int set = SetOf(key);
        place = set * Ways + 1 - _last[set];
        _last[set] = (byte)(place & 1);
        _keys[place] = key;
        return place;
    }

    /// <summary>Forgets all.</summary>
    public void Clear() => Array.Clear(_keys);

    // 0 marks an empty place.
    private static ulong KeyOf(ulong hash) => hash == 0 ? 1 : hash;

    private int SetOf(ulong key) => (int)(key >> 32) & (_last.Length - 1);
}
