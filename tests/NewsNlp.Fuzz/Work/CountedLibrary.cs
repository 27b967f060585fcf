using System.Reflection;
using System.Runtime.Loader;
using dnlib.DotNet;
using dnlib.DotNet.Emit;

namespace NewsNlp.Fuzz.Work;

/// <summary>
/// A copy of the library, loaded beside it, that counts its own work: the entry of each of its methods and each branch back in one
/// (a turn of a loop) is a step. So work is counted everywhere, also in what is written tomorrow, and no clock is needed to compare it.
/// What the runtime's library does on its behalf (sorting, filling, searching) is not counted.
/// </summary>
public sealed class CountedLibrary
{
    private readonly object _pipeline;
    private readonly MethodInfo _process;

    private CountedLibrary(Assembly assembly)
    {
        var pipeline = assembly.GetType("NewsNlp.NlpPipeline", throwOnError: true)!;
        _process = pipeline.GetMethod("Process")!;
        _pipeline = pipeline.GetMethod("CreateDefault")!.Invoke(null, null)!;
    }

    /// <summary>Rewrites a copy of the library and loads it.</summary>
    public static CountedLibrary Load()
    {
        using var module = ModuleDefMD.Load(typeof(NlpPipeline).Assembly.Location);
        var step = module.Import(typeof(WorkCounter).GetMethod(nameof(WorkCounter.Step)));
        var look = module.Import(typeof(WorkCounter).GetMethod(nameof(WorkCounter.Look)));
        foreach (var method in module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody)) Count(method.Body, step, look);
        using var rewritten = new MemoryStream();
        module.Write(rewritten);
        rewritten.Position = 0;
        return new CountedLibrary(new AssemblyLoadContext("counted").LoadFromStream(rewritten));
    }

    /// <summary>Reads a text with the default pipeline; <see cref="WorkCounter"/> then says what it took.</summary>
    /// <returns>The number of tokens.</returns>
    /// <param name="text">The text.</param>
    /// <param name="mostSteps">The longest stretch without a look at the cancellation token that needs no telling.</param>
    public int Process(string text, long mostSteps = long.MaxValue)
    {
        WorkCounter.Reset(mostSteps);
        object document = _process.Invoke(_pipeline, BindingFlags.DoNotWrapExceptions, null, [text, null, CancellationToken.None], null)!;
        WorkCounter.Look();
        object tokens = document.GetType().GetProperty("Tokens")!.GetValue(document)!;
        return (int)tokens.GetType().GetProperty("Count")!.GetValue(tokens)!;
    }

    private static void Count(CilBody body, IMethod step, IMethod look)
    {
        body.SimplifyBranches();
        var instructions = body.Instructions;
        var places = new Dictionary<Instruction, int>();
        for (int i = 0; i < instructions.Count; i++) places[instructions[i]] = i;
        for (int i = 0; i < instructions.Count; i++)
        {
            var instruction = instructions[i];
            if (!places.TryGetValue(instruction, out int place)) continue;
            bool isBack = instruction.Operand is Instruction target && places[target] <= place
                || instruction.Operand is IList<Instruction> targets && targets.Any(one => places[one] <= place);
            bool looks = instruction.Operand is IMethod { DeclaringType.FullName: "System.Threading.CancellationToken" } called
                && called.Name.String is "ThrowIfCancellationRequested" or "get_IsCancellationRequested";
            if (isBack) InsertBefore(instructions, i, step);
            if (looks) InsertBefore(instructions, i, look);
        }

        instructions.Insert(0, OpCodes.Call.ToInstruction(step));
        body.OptimizeBranches();
    }

    // The instruction becomes the call, and a copy of it follows: whoever branches to it comes to the call.
    private static void InsertBefore(IList<Instruction> instructions, int at, IMethod called)
    {
        var instruction = instructions[at];
        var copy = new Instruction(instruction.OpCode, instruction.Operand);
        (instruction.OpCode, instruction.Operand) = (OpCodes.Call, called);
        instructions.Insert(at + 1, copy);
    }
}
