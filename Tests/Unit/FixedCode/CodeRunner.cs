using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading.Tasks;
using Devmap.Tests.Differential.Execution;
using Microsoft.CodeAnalysis;

namespace Devmap.Tests.Unit.FixedCode;

/// <summary>Compiles code and runs its first method in all surroundings.</summary>
internal static class CodeRunner
{
    private const int MaxExecutions = 2000;

    /// <summary>What goes wrong, and with which choices; nothing: it runs clean whatever it meets.</summary>
    public static async Task<List<string>> RunAsync(Document document)
    {
        Compilation compilation = (await document.Project.GetCompilationAsync())!;
        using var image = new MemoryStream();
        Assert(compilation.Emit(image).Success, "does not compile");
        image.Position = 0;
        string code = (await document.GetTextAsync()).ToString();
        var context = new AssemblyLoadContext("Fixed", isCollectible: true);
        try
        {
            Type type = context.LoadFromStream(image).GetTypes().First(candidate => candidate.Name is "Row" or "Example");
            MethodInfo? method = type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).FirstOrDefault();
            return method is not null ? RunAll(method, code) : RunOwner(type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic)[0], code);
        }
        finally
        {
            context.Unload();
        }
    }

    private static List<string> RunAll(MethodInfo method, string code)
    {
        var wrong = new List<string>();
        var choices = new Choices();
        int executions = 0;
        do
        {
            Assert(++executions <= MaxExecutions, "too many executions");
            wrong.AddRange(RunOnce(method, new Surroundings(choices), code));
        }
        while (choices.Advance());

        return wrong;
    }

    // An object that keeps pages: what it is given twice, it has to give up in the end.
    private static List<string> RunOwner(Type type, string code)
    {
        var on = new Surroundings(new Choices());
        var owner = (IDisposable)Activator.CreateInstance(type)!;
        foreach (MethodInfo method in type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Where(method => method.Name != nameof(IDisposable.Dispose)))
        {
            for (int round = 0; round < 2; round++)
            {
                method.Invoke(owner, Array.ConvertAll(method.GetParameters(), new Arguments(on, code).Of));
            }
        }

        owner.Dispose();
        return [.. on.Traces()];
    }

    private static IEnumerable<string> RunOnce(MethodInfo method, Surroundings on, string code)
    {
        object? result = null;
        object?[] arguments = [];
        string? stop = null;
        if (Array.Exists(method.GetParameters(), static parameter => parameter.ParameterType == typeof(VmFault)))
        {
            // A fault handler is called by a fault.
            var handler = new Handler(fault => (VmFaultResult)Call(fault)!);
            on.Space.ReadByte(on.File.Map(on.Space, 2, handler: handler).Start, out _);
        }
        else
        {
            result = Call(null);
        }

        if (stop is not null)
        {
            return [stop];
        }

        if (result is TeardownResult { IsComplete: false } waiting)
        {
            return [waiting.ToString()];
        }

        GiveBack(on, result, arguments);
        return on.Traces();

        object? Call(VmFault? fault)
        {
            // A fault that is tried again finds the same.
            arguments = arguments.Length > 0
                ? Array.ConvertAll(arguments, argument => argument is VmFault ? fault : argument)
                : Array.ConvertAll(method.GetParameters(), new Arguments(on, code) { Fault = fault }.Of);
            try
            {
                return method.Invoke(null, arguments);
            }
            catch (TargetInvocationException thrown)
            {
                // A way out that the code has itself: what it left behind is asked for all the same.
                stop = thrown.InnerException!.GetType() == typeof(InvalidOperationException) ? null : thrown.InnerException.ToString();
                return method.ReturnType == typeof(VmFaultResult) ? VmFaultResult.SigBus : null;
            }
        }
    }

    // What the caller was given is the caller's.
    private static void GiveBack(Surroundings on, object? result, object?[] arguments)
    {
        if (result is Page page)
        {
            on.GiveBack(page);
        }

        if (result is int and > 0 && arguments.OfType<Page[]>().FirstOrDefault() is { } pages)
        {
            on.GiveBack(pages, (int)result);
        }

        foreach (IDisposable holder in arguments.OfType<IDisposable>())
        {
            holder.Dispose();
        }
    }

    private static void Assert(bool condition, string what)
    {
        if (!condition)
        {
            throw new InvalidOperationException(what);
        }
    }

    private sealed class Handler(Func<VmFault, VmFaultResult> handle) : IFaultHandler
    {
        public VmFaultResult Fault(VmFault fault) => handle(fault);
    }
}
