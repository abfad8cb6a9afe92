namespace Devmap;

/// <summary>From errors to fault results and back.</summary>
public static class VmFaultResults
{
    private const VmFaultResult Failures = VmFaultResult.Oom | VmFaultResult.SigBus | VmFaultResult.HwPoison | VmFaultResult.SigSegv;

    /// <summary>
    /// The fault result for the outcome of an insert (<c>vmf_insert_page_mkwrite</c>): success and
    /// <see cref="Errno.EBUSY"/>, where another fault was faster, give <see cref="VmFaultResult.NoPage"/>.
    /// </summary>
    public static VmFaultResult ToVmFault(this Errno error)
    {
        return error switch
        {
            Errno.None or Errno.EBUSY => VmFaultResult.NoPage,
            Errno.ENOMEM => VmFaultResult.Oom,
            Errno.EHWPOISON => VmFaultResult.HwPoison,
            _ => VmFaultResult.SigBus,
        };
    }

    /// <summary>The error for a fault result (<c>vm_fault_to_errno</c>).</summary>
    public static Errno ToErrno(this VmFaultResult result)
    {
        if ((result & VmFaultResult.Oom) != 0)
        {
            return Errno.ENOMEM;
        }

        if ((result & VmFaultResult.HwPoison) != 0)
        {
            return Errno.EHWPOISON;
        }

        return result.IsFailure() ? Errno.EFAULT : Errno.None;
    }

    /// <summary>Whether the access cannot go on (<c>VM_FAULT_ERROR</c>).</summary>
    public static bool IsFailure(this VmFaultResult result) => (result & Failures) != 0;
}
