using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Devmap.Tests.Unit.FixedCode;

/// <summary>What a method is called with: each argument by its type, and where there are several sorts of it each of them once.</summary>
/// <param name="on">The machine.</param>
/// <param name="code">The code that is called: some of it speaks of pages of one sort only.</param>
internal sealed class Arguments(Surroundings on, string code)
{
    private static readonly Pfn NoFrame = new(0x900000);

    private Vma? _vma;
    private long _indexes;

    /// <summary>The fault that the method handles; it is set before the arguments are asked for.</summary>
    public VmFault? Fault { get; set; }

    private bool WaitsForIdle => code.Contains(".IsIdle", StringComparison.Ordinal);

    private bool IsOfDriver => code.Contains(".InitZoneDevice(", StringComparison.Ordinal);

    public object? Of(ParameterInfo parameter)
    {
        Type type = parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
        return type switch
        {
            _ when parameter.IsOut => null,
            _ when type == typeof(PhysicalMemory) => on.Memory,
            _ when type == typeof(AddressSpace) => on.Space,
            _ when type == typeof(DaxFile) => on.File,
            _ when type == typeof(PgMap) => on.Spare,
            _ when type == typeof(Vma) => Mapping(),
            _ when type == typeof(VmFault) => Fault,
            _ when type == typeof(LruList) => new LruList(on.Memory),
            _ when type == typeof(PercpuRef) => Counter(),
            _ when type == typeof(Page) => WaitsForIdle ? on.IdlePage : on.HeldPage,
            _ when type == typeof(Page[]) => new[] { on.HeldPage, on.Memory.PfnToPage(on.Range.Start + 2)! },
            _ when type == typeof(Pfn) => Frame(),
            _ when type == typeof(long) => on.Choices.Take(2) == 0 ? _indexes++ : 99L,
            _ when type == typeof(int) => parameter.Name == "zone" ? on.Choices.Take(2) - 1 : on.Choices.Take(2) + 1,
            _ when type == typeof(ulong) => on.Choices.Take(2) == 0 ? Mapping().Start : 0x1000UL,
            _ when type == typeof(byte) => (byte)7,
            _ when type == typeof(byte[]) => new byte[1],
            _ when type == typeof(bool) => on.Choices.Take(2) == 1,
            _ when type == typeof(Func<Pfn, bool>) => Answer<Pfn, bool>(true, false),
            _ when type == typeof(Func<int, byte[]?>) => Answer<int, byte[]?>(new byte[1], null),
            _ when type == typeof(IReadOnlyList<long>) => new long[] { 0, 0, 1 },
            _ when type == typeof(Queue<Pfn>) => on.Choices.Take(2) == 0 ? new Queue<Pfn>([on.IdlePage.Pfn]) : new Queue<Pfn>(),
            _ when type.IsClass => Object(type),
            _ => throw new NotSupportedException(type.ToString()),
        };
    }

    // A mapping of the file, with entries or as yet without.
    private Vma Mapping()
    {
        if (_vma is null)
        {
            _vma = IsOfDriver ? on.Space.Map(1, VmFlags.Read | VmFlags.Write | VmFlags.Shared) : on.File.Map(on.Space, Surroundings.FilePages);
            if (!IsOfDriver && on.Choices.Take(2) == 0)
            {
                on.Space.WriteByte(_vma.Start, 1);
            }
        }

        return _vma;
    }

    private PercpuRef Counter()
    {
        var counter = new PercpuRef(() => { });
        on.Counters.Add(counter);
        return counter;
    }

    // Held by others, idle, of RAM that is free, or of nothing.
    private Pfn Frame() => IsOfDriver ? on.Shared.Start : on.Choices.Take(4) switch
    {
        0 => on.HeldPage.Pfn,
        1 => on.IdlePage.Pfn,
        2 => new Pfn(8),
        _ => NoFrame,
    };

    private Func<T, TResult> Answer<T, TResult>(TResult right, TResult wrong)
    {
        bool isRight = on.Choices.Take(2) == 0;
        return _ => isRight ? right : wrong;
    }

    private object Object(Type type)
    {
        object made = Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in type.GetProperties().Where(property => property.PropertyType == typeof(bool) && property.CanWrite))
        {
            property.SetValue(made, on.Choices.Take(2) == 1);
        }

        return made;
    }
}
