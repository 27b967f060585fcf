using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using NewsNlp.Models;

namespace NewsNlp.Quotations.Roles;

/// <summary>
/// The tables of the role network: what it is told of a token becomes a row of 16-bit numbers, one part for each table. Read in place
/// from a model. Immutable, safe for many threads.
/// </summary>
internal sealed unsafe class RoleTables
{
    // A damaged file must not make work without bound.
    private const int MostRows = 1 << 20, WidestRow = 256;

    // Rows are copied so many numbers at a time.
    private const int WidthMultiple = 4;

    private readonly ModelMemory _memory;
    private readonly HashIndex _words;
    private readonly int[] _rows = new int[RoleInputs.Count];
    private readonly int[] _widths = new int[RoleInputs.Count];
    private readonly nint[] _tables = new nint[RoleInputs.Count];

    private RoleTables(SectionReader reader)
    {
        _memory = reader.Memory;
        for (var table = 0; table < RoleInputs.Count; table++)
        {
            _rows[table] = reader.Int32(1, MostRows, "the number of rows");
            _widths[table] = reader.Int32(1, WidestRow, "the width of a row");
            if (_widths[table] % WidthMultiple != 0)
            {
                throw reader.Damaged($"a row is {_widths[table]} wide");
            }

            Width += _widths[table];
            _tables[table] = (nint)reader.Table(2L * _rows[table] * _widths[table]);
        }

        _words = HashIndex.Read(reader, _rows[0] - 1);
        reader.Table(HashIndex.Padding);
    }

    /// <summary>How many numbers a token has.</summary>
    public int Width { get; }

    /// <summary>Reads tables; the reader stands behind them when this returns.</summary>
    public static RoleTables Read(SectionReader reader) => new(reader);

    /// <summary>The row of a word in the table of words.</summary>
    public int RowOf(uint key) => _words.Find(key) is >= 0 and var place ? place + 1 : RoleInputs.UnknownWord;

    /// <summary>Fetches the rows of a token in all tables that are large, so that they are near when they are read.</summary>
    public void Prefetch(ReadOnlySpan<int> rows)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        for (var table = 0; table < RoleInputs.LargeTables; table++)
        {
            Sse.Prefetch0(AddressOf(table, rows[table]));
        }
    }

    /// <summary>Puts the rows of a token side by side. A table that does not have a row gives its first.</summary>
    /// <param name="rows">Which row of each table.</param>
    /// <param name="numbers">Takes <see cref="Width"/> numbers.</param>
    public void Read(ReadOnlySpan<int> rows, Span<short> numbers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(numbers.Length, Width);
        fixed (short* first = numbers)
        {
            Copy(rows, first);
        }

        if (!BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(numbers, numbers);
        }

        GC.KeepAlive(_memory);
    }

    private void Copy(ReadOnlySpan<int> rows, short* target)
    {
        for (var table = 0; table < RoleInputs.Count; table++)
        {
            var width = _widths[table];
            var source = AddressOf(table, rows[table]);
            for (var i = 0; i < width; i += 4, target += 4)
            {
                Unsafe.WriteUnaligned(target, Unsafe.ReadUnaligned<ulong>(source + (2 * i)));
            }
        }
    }

    private byte* AddressOf(int table, int row) => (byte*)_tables[table] + (2 * (nint)_widths[table] * (row < _rows[table] ? row : 0));
}
