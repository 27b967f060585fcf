using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsNlp.Models;

// The sum of quantized rows, 16 labels at a time: int8 weights times the row's multiplier as 16-bit integers (the
// product of 127 and 255 fits), widened and added as 32-bit integers. All versions give the same sums.
internal sealed unsafe partial class WeightTable
{
    private void AddRows(byte** rows, int count, int* sums)
    {
        int label = 0;
        if (Avx512BW.IsSupported)
            for (; label + 32 <= AccumulatorLength; label += 32) AddAvx512Twice(rows, count, label, sums + label);
        for (; label < AccumulatorLength; label += 16)
        {
            if (Avx512BW.IsSupported) AddAvx512(rows, count, label, sums + label);
            else if (Avx2.IsSupported) AddAvx2(rows, count, label, sums + label);
            else AddPortable(rows, count, label, sums + label);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddAvx512(byte** rows, int count, int label, int* sums)
    {
        var sum = Vector512.Load(sums);
        for (int i = 0; i < count; i++)
        {
            byte* row = rows[i];
            var product = Avx2.ConvertToVector256Int16((sbyte*)row + 1 + label) * Vector256.Create((short)row[0]);
            sum += Avx512F.ConvertToVector512Int32(product);
        }
        sum.Store(sums);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddAvx512Twice(byte** rows, int count, int label, int* sums)
    {
        var low = Vector512.Load(sums);
        var high = Vector512.Load(sums + 16);
        for (int i = 0; i < count; i++)
        {
            byte* row = rows[i];
            var multiplier = Vector256.Create((short)row[0]);
            low += Avx512F.ConvertToVector512Int32(Avx2.ConvertToVector256Int16((sbyte*)row + 1 + label) * multiplier);
            high += Avx512F.ConvertToVector512Int32(Avx2.ConvertToVector256Int16((sbyte*)row + 17 + label) * multiplier);
        }
        low.Store(sums);
        high.Store(sums + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddAvx2(byte** rows, int count, int label, int* sums)
    {
        var low = Vector256.Load(sums);
        var high = Vector256.Load(sums + 8);
        for (int i = 0; i < count; i++)
        {
            byte* row = rows[i];
            var product = Avx2.ConvertToVector256Int16((sbyte*)row + 1 + label) * Vector256.Create((short)row[0]);
            low += Avx2.ConvertToVector256Int32(product.GetLower());
            high += Avx2.ConvertToVector256Int32(product.GetUpper());
        }
        low.Store(sums);
        high.Store(sums + 8);
    }

    private static void AddPortable(byte** rows, int count, int label, int* sums)
    {
        var s0 = Vector128.Load(sums);
        var s1 = Vector128.Load(sums + 4);
        var s2 = Vector128.Load(sums + 8);
        var s3 = Vector128.Load(sums + 12);
        for (int i = 0; i < count; i++)
        {
            byte* row = rows[i];
            var multiplier = Vector128.Create((short)row[0]);
            var weights = Vector128.Load((sbyte*)row + 1 + label);
            var low = Vector128.WidenLower(weights) * multiplier;
            var high = Vector128.WidenUpper(weights) * multiplier;
            s0 += Vector128.WidenLower(low);
            s1 += Vector128.WidenUpper(low);
            s2 += Vector128.WidenLower(high);
            s3 += Vector128.WidenUpper(high);
        }
        s0.Store(sums);
        s1.Store(sums + 4);
        s2.Store(sums + 8);
        s3.Store(sums + 12);
    }
}
