using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsNlp.Sentences;

/// <content>The gaps behind tokens that were looked at together.</content>
internal ref partial struct GapFinder
{
    private const int NotesMask = (1 << GapLanes.StyleShift) - 1;

    /// <summary>Adds the gaps behind some tokens: those with a mark in them or a line break behind them, and perhaps others.</summary>
    /// <param name="tokens">The tokens, with room for <see cref="GapLanes.Count"/> more behind them.</param>
    private void Take(ReadOnlySpan<int> tokens)
    {
        // The first token has none before it; and a mark before it belongs to none.
        while (!tokens.IsEmpty && tokens[0] <= 0)
        {
            TakeOther(tokens[0]);
            tokens = tokens[1..];
        }

        while (!tokens.IsEmpty && tokens[0] < _lanesEnd)
        {
            var count = Math.Min(SentenceBuffer.Lanes, tokens.Length);
            while (tokens[count - 1] >= _lanesEnd)
            {
                count--;
            }

            GapLanes.Read(in _text, _glances, tokens[..count], _buffer.LaneGaps, _buffer.LaneNotes);
            TakeRead(tokens[..count]);
            tokens = tokens[count..];
        }

        foreach (var token in tokens)
        {
            TakeOther(token);
        }
    }

    /// <summary>Adds the gaps behind tokens that <see cref="GapLanes"/> has read.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TakeRead(ReadOnlySpan<int> tokens)
    {
        ref var halves = ref MemoryMarshal.GetArrayDataReference(_buffer.LaneGaps);
        ref var notes = ref MemoryMarshal.GetArrayDataReference(_buffer.LaneNotes);
        ref var styles = ref StyleCounts.Steps;
        ref var gap = ref _buffer.ReserveGaps(2 * tokens.Length);
        var style = 0UL;
        var last = _last;
        for (var i = 0; i < tokens.Length; i++)
        {
            // Written in any case; it counts if there is one, and not behind a closing mark that was taken already.
            var token = tokens[i];
            var note = Unsafe.Add(ref notes, i);
            var isGap = note & GapLanes.Gap & (int)((uint)(last - token) >> 31);
            Unsafe.As<Gap, ulong>(ref gap) = (uint)token | ((ulong)(uint)Unsafe.Add(ref halves, i) << 32);
            gap = ref Unsafe.Add(ref gap, isGap);
            style += Unsafe.Add(ref styles, note >> GapLanes.StyleShift) & (0 - (ulong)(uint)isGap);
            last += (token - last) & -isGap;
            if ((note & NotesMask) <= GapLanes.Gap)
            {
                continue;
            }

            if (isGap == 0 && token <= last)
            {
                continue;
            }

            _buffer.CommitGapsUpTo(ref gap);
            _last = last;
            if (isGap == 0)
            {
                TakeOther(token);
            }
            else
            {
                AddClosers(token, GapCell.Mark((ushort)Unsafe.Add(ref halves, i)));
            }

            last = _last;
            gap = ref _buffer.ReserveGaps(2 * tokens.Length);
        }

        _buffer.CommitGapsUpTo(ref gap);
        _style.Add(style);
        _last = last;
    }
}
