using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;

namespace Devmap;

/// <summary>
/// The place in the program that called into the library, from the stack: <c>stack_depot</c> for <c>ref_tracker</c> and
/// <c>page_owner</c> in the kernel. It costs nothing where nobody asks, which parameters with caller information would.
/// </summary>
internal static class CallSite
{
    private static readonly Assembly Library = typeof(CallSite).Assembly;

    // Source lines are looked up once for each place: that is the dear part.
    private static readonly ConcurrentDictionary<(MethodBase Method, int Offset), (string File, int Line)> Lines = new();

    public static (string Member, string File, int Line) Find()
    {
        StackFrame[] frames = new StackTrace(skipFrames: 1, fNeedFileInfo: false).GetFrames() ?? System.Array.Empty<StackFrame>();
        for (int i = 0; i < frames.Length; i++)
        {
            if (frames[i].GetMethod() is { } method && method.Module.Assembly != Library)
            {
                int depth = i + 1;
                (string file, int line) = Lines.TryGetValue((method, frames[i].GetILOffset()), out (string, int) known)
                    ? known
                    : Lines[(method, frames[i].GetILOffset())] = FindLine(depth);
                return (Describe(method), file, line);
            }
        }

        return ("an unknown caller", "", 0);
    }

    // One more frame than above: this one.
    private static (string File, int Line) FindLine(int depth)
    {
        var frame = new StackFrame(depth + 1, true);
        return frame.GetFileName() is { } file ? (file, frame.GetFileLineNumber()) : ("", 0);
    }

    private static string Describe(MethodBase method) => method.DeclaringType is { } type ? $"{type.Name}.{method.Name}" : method.Name;
}
