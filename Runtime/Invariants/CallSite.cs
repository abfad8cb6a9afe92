using System.Collections.Concurrent;
using System.Diagnostics;

namespace Devmap;

/// <summary>
/// The place in the program that called into the library, from the stack: <c>stack_depot</c> for <c>ref_tracker</c> and
/// <c>page_owner</c> in the kernel. It costs nothing where nobody asks, which parameters with caller information would.
/// </summary>
internal static class CallSite
{
    private static readonly string? Library = typeof(CallSite).Assembly.FullName;

    // Source lines are looked up once for each place: that is the dear part.
    private static readonly ConcurrentDictionary<(string Type, string Method, int Offset), (string File, int Line)> Lines = new();

    public static (string Member, string File, int Line) Find()
    {
        StackFrame[] frames = new StackTrace(skipFrames: 1, fNeedFileInfo: false).GetFrames() ?? System.Array.Empty<StackFrame>();
        for (int i = 0; i < frames.Length; i++)
        {
            if (MethodOf(frames[i]) is { } method && method.Assembly != Library)
            {
                int depth = i + 1;
                var place = (method.Type, method.Name, OffsetOf(frames[i]));
                (string file, int line) = Lines.TryGetValue(place, out (string, int) known) ? known : Lines[place] = FindLine(depth);
                return ($"{method.Type.Substring(method.Type.LastIndexOfAny(['.', '+']) + 1)}.{method.Name}", file, line);
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

    // Code that was compiled ahead of time has no other.
    private static int OffsetOf(StackFrame frame) =>
        frame.GetILOffset() is var offset && offset != StackFrame.OFFSET_UNKNOWN ? offset : frame.GetNativeOffset();

#if NET
    // Tells names where metadata was trimmed as well.
    private static (string? Assembly, string Type, string Name)? MethodOf(StackFrame frame) =>
        DiagnosticMethodInfo.Create(frame) is { } method ? (method.DeclaringAssemblyName, method.DeclaringTypeName ?? "", method.Name) : null;
#else
    private static (string? Assembly, string Type, string Name)? MethodOf(StackFrame frame) =>
        frame.GetMethod() is { } method ? (method.Module.Assembly.FullName, method.DeclaringType?.FullName ?? "", method.Name) : null;
#endif
}
